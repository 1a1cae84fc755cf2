import { type ButtonHTMLAttributes, type ReactNode } from 'react';
import { Icon, type IconName } from '../icon/Icon';
import styles from './Button.module.css';

type Look = 'plain' | 'main' | 'danger' | 'quiet';

const LOOKS: Readonly<Record<Look, string | undefined>> = {
  plain: undefined,
  main: styles.main,
  danger: styles.danger,
  quiet: styles.quiet,
};

interface Appearance {
  readonly look?: Look;
  readonly icon?: IconName;
  readonly isSmall?: boolean;
  readonly children?: ReactNode;
}

/** The class of a button, for a link that looks like one. */
export function buttonClass({ look = 'plain', isSmall = false }: Appearance = {}): string {
  return [styles.button, LOOKS[look], isSmall ? styles.small : undefined].filter(Boolean).join(' ');
}

export function Button({
  look,
  icon,
  isSmall,
  children,
  type = 'button',
  ...rest
}: Appearance & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'>) {
  const appearance = { ...(look === undefined ? {} : { look }), ...(isSmall === undefined ? {} : { isSmall }) };
  return (
    <button type={type} {...rest} className={buttonClass(appearance)}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}
