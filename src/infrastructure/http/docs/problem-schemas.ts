const text = (description: string) => ({ type: 'string', description });

/** RFC 9457, with the code that programs go by. */
export const PROBLEM_SCHEMAS = {
  Problem: {
    type: 'object',
    description: 'What a code brings along (`choices`, `leftOut`, …) stands beside it.',
    required: ['type', 'title', 'status', 'detail', 'code'],
    properties: {
      type: text('A URN that ends in the code.'),
      title: text('The status in words.'),
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: text('What is wrong, for people. Never personal data.'),
      code: text('What is wrong, for programs.'),
      errors: { type: 'array', items: { $ref: '#/components/schemas/FieldError' } },
    },
    additionalProperties: true,
  },
  FieldError: {
    type: 'object',
    required: ['field', 'code', 'message'],
    properties: {
      field: text('A path such as `lines.0.amount`, a parameter, or a column of a file.'),
      code: text('What is wrong with it, for programs.'),
      message: text('What it must be, or what is wrong with it.'),
      line: { type: 'integer', minimum: 1, description: 'Of a file, as a spreadsheet program counts.' },
    },
  },
};
