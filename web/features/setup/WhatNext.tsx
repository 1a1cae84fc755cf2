import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../parts/forms/Button';
import { words } from '../../words/en/setup';
import styles from './SetUp.module.css';

export function WhatNext() {
  return (
    <>
      <h2>{words.nextTitle}</h2>
      <p>{words.nextText}</p>
      <ul className={styles.next}>
        <li>
          <Link to="/customers/new">{words.nextCustomer}</Link>
        </li>
        <li>
          <Link to="/settings">{words.nextAccounts}</Link>
        </li>
        <li>
          <Link to="/settings/keys">{words.nextKeys}</Link>
        </li>
      </ul>
      <p>
        <Link to="/" className={buttonClass({ look: 'main' })}>
          {words.toOverview}
        </Link>
      </p>
    </>
  );
}
