import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { checkFields } from '../../../fields/check';
import { type FieldsClass } from '../../../fields/field';
import { isObject } from '../../../fields/is-object';
import { invalid, problem } from '../errors/problem';
import { Upload } from './upload';

/** Checks every `@Body()` whose type is a class of fields. Parameters of addresses are read by `@Reading()` and `@ListQuery()`. */
@Injectable()
export class FieldsPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type !== 'body') return value;
    if (metatype === Upload) return requireUpload(value);
    if (!isFieldsClass(metatype)) return value;
    // A command without fields may be sent without a body.
    return readFields(metatype, value === undefined ? {} : value);
  }
}

function requireUpload(value: unknown): Upload {
  if (value instanceof Upload) return value;
  throw problem('unsupported_media_type', 'A table is needed: text/csv, or a multipart form with one file.');
}

function readFields(of: FieldsClass, value: unknown): object {
  if (!isObject(value)) throw problem('validation_failed', 'The body must be a JSON object.', { errors: [] });
  const { value: read, errors } = checkFields(of, value);
  if (errors.length > 0) throw invalid(errors);
  return read;
}

function isFieldsClass(metatype: unknown): metatype is FieldsClass {
  return typeof metatype === 'function' && 'fields' in metatype;
}
