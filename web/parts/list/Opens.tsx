import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';

/** The link of a row: a press anywhere on the row follows it. */
export function Opens({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link to={to} data-opens>
      {children}
    </Link>
  );
}
