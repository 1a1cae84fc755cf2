import { useEffect } from 'react';
import { usePreference } from '../../parts/preferences/preferences';

type Theme = 'system' | 'light' | 'dark';
type Density = 'roomy' | 'dense';

export function readTheme(kept: unknown): Theme {
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function readDensity(kept: unknown): Density {
  return kept === 'dense' ? kept : 'roomy';
}

/** Puts the reader's likes on the page, for the style sheets. */
export function useAppearance(): void {
  const [theme] = usePreference('theme', readTheme);
  const [density] = usePreference('density', readDensity);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
    dataset['density'] = density;
  }, [theme, density]);
}
