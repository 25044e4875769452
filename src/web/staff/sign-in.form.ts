import { IsNotEmpty, MaxLength } from 'class-validator';
import { NAME_MISSING, ORGANIZATION_MISSING, PASSWORD_MISSING } from '../../../templates/web/words/form-words.js';
import { Secret, Text } from './form-reading.js';

export class SignInForm {
  @Text() @IsNotEmpty({ message: ORGANIZATION_MISSING }) organization = '';
  @Text() @IsNotEmpty({ message: NAME_MISSING }) @MaxLength(200, { message: NAME_MISSING }) userName = '';
  @Secret() @IsNotEmpty({ message: PASSWORD_MISSING }) @MaxLength(1_000, { message: PASSWORD_MISSING }) password = '';
  @Text() returnTo = '';
}
