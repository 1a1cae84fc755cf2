import { invalidApiUsage, resourceNotFound } from './api-failure';

/** A record that must be there, or 404. */
export function found<T>(record: T | undefined): T {
  if (record === undefined) throw resourceNotFound();
  return record;
}

/** A record that a link of the body names, or 404 for the link. */
export function linked<T>(record: T | undefined, name: string): T {
  if (record === undefined) throw invalidApiUsage(404, 'link_not_found', `The linked ${name} was not found`);
  return record;
}
