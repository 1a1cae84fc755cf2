import encodeQR from 'qr';
import { words } from '../../words/en/settings';
import styles from './Settings.module.css';

const QUIET = 4;

/** A text for a phone's camera: dark on light in every theme, because cameras want it so. */
export function Qr({ text }: { readonly text: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  const dark = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${String(rows.length)} ${String(rows.length)}`}
      role="img"
      aria-label={words.qr}
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={dark.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
