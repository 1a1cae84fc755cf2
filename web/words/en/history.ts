/** What has happened to a thing, event by event. */
export const words = {
  history: 'History',
  actor: 'By',
  trueSince: 'True since',
  recorded: 'Recorded',
} as const;
