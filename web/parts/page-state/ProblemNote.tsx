import { type Problem } from '../../api/problem';
import { PROBLEM } from '../../words/codes/problems';
import { words } from '../../words/en/parts';
import { Icon } from '../icon/Icon';
import styles from './PageState.module.css';

/** What went wrong: our sentence, the server's own below it, what is wrong with fields, and the number that support asks for. */
export function ProblemNote({ problem }: { readonly problem: Problem }) {
  const sentence = PROBLEM[problem.code];
  const details = [...(sentence === undefined ? [] : [problem.detail]), ...problem.errors.map(words.faultOfField)];
  return (
    <div className={styles.problem} role="alert">
      <Icon name="warning" />
      <div className={styles.words}>
        <p>{sentence ?? (problem.detail === '' ? words.problemWithoutWords(problem.status) : problem.detail)}</p>
        {details
          .filter((detail) => detail !== '' && detail !== sentence)
          .map((detail) => (
            <p key={detail} className={styles.detail}>
              {detail}
            </p>
          ))}
        {problem.requestId !== null && (
          <p className={styles.detail}>
            {words.requestNumber} <code>{problem.requestId}</code>
          </p>
        )}
      </div>
    </div>
  );
}
