/** Words of work on many things at once. */
export const words = {
  progress: (done: number, of: number) => `${String(done)} of ${String(of)} done`,
  stop: 'Stop',
  stopped: (left: number) => `Stopped: ${String(left)} were not begun.`,
  goOn: 'Go on',
  close: 'Close',
  leaving: 'Work is going on. What was begun goes on without this page.',
  outcomes: 'What became of each',
  thing: 'What',
  outcome: 'Outcome',
  waiting: 'waits',
  running: 'being done …',
  done: 'done',
  asked: 'asked, no answer from GoCardless yet',
  unanswered: 'no answer came; go on to ask again',
} as const;
