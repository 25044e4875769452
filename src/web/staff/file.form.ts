import { readForm, Text } from './form-reading.js';

class FileForm {
  @Text() seenVersion = '';
  @Text() idempotencyKey = '';
  @Text() title = '';
}

/** What comes beside a file, or in its place: the version that was shown, the key of the form, the title it was given. */
export function fileFormOf(body: unknown): { seenVersion: number; key: string | null; title: string } {
  const { seenVersion, idempotencyKey, title } = readForm(FileForm, body).form;
  return { seenVersion: Number(seenVersion), key: idempotencyKey || null, title };
}
