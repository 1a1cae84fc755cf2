export const words = {
  title: 'Sign in',
  lead: 'Paste your key. Your browser’s password manager can keep it.',
  name: 'Your name',
  nameHint: 'For the password manager only; the service knows you by your key.',
  key: 'Key',
  signIn: 'Sign in',
  lost: 'You are signed out. Sign in again to go on where you are.',
  opening: 'Signing in …',
  firstTime: 'The first time, the service prints the key of the first admin where it was started.',
} as const;
