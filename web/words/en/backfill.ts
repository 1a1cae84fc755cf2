export const words = {
  fetch: 'Fetch what is missing',
  fetching: 'Fetching …',
  fetchText: 'All that GoCardless has told since is read once more, and what was missed is taken in.',
  fetched: (count: number) => {
    if (count === 0) return 'Nothing was missing.';
    return count === 1
      ? '1 event was missing and is taken in.'
      : `${String(count)} events were missing and are taken in.`;
  },
} as const;
