/** Words of bringing in a file, whatever is in it. */
export const words = {
  steps: ['File', 'Check', 'Done'],
  file: 'CSV or XLSX file',
  check: 'Check the file',
  checking: 'Reading the file …',
  columns: 'Columns',
  wrong: 'Nothing was taken over. This is wrong with the file:',
  line: 'Line',
  column: 'Column',
  fault: 'What is wrong',
  another: 'Another file',
  nothing: 'The file changes nothing.',
  takeOver: 'Take it over',
  checkedNote: 'So far nothing is changed.',
  noFile: 'Choose a file.',
} as const;
