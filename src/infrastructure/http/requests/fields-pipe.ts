import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { problem } from '../errors/problem';
import { Upload } from './upload';
import { type FieldsClass, readFields } from './validation';

const NOT_FIELDS: readonly unknown[] = [Object, String, Number, Boolean, Array, Buffer, undefined];

/** Checks every `@Body()` whose type is a class of fields. Parameters of addresses are read by `@Reading()` and `@ListQuery()`. */
@Injectable()
export class FieldsPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type !== 'body' || !isClass(metatype)) return value;
    if (metatype === Upload) return requireUpload(value);
    // A command without fields may be sent without a body.
    return readFields(metatype, value === undefined ? {} : value);
  }
}

function requireUpload(value: unknown): Upload {
  if (value instanceof Upload) return value;
  throw problem(415, 'unsupported_media_type', 'A table is needed: text/csv, or a multipart form with one file.');
}

function isClass(metatype: unknown): metatype is FieldsClass {
  return typeof metatype === 'function' && !NOT_FIELDS.includes(metatype);
}
