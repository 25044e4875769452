import { Param, type PipeTransform } from '@nestjs/common';
import { DomainError } from '../../core/errors.js';

const asYear: PipeTransform<string, number> = {
  transform: (given) => {
    if (!/^2[4-7]\d\d$/.test(given)) throw new DomainError('input.invalid', { field: 'fiscalYear', given });
    return Number(given);
  },
};

/** A fiscal year of the path, Buddhist era. */
export const FiscalYearParam = (): ParameterDecorator => Param('fiscalYear', asYear);
