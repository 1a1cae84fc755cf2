import { client } from '../../api/client';
import { useCommand, type Wish } from '../../api/command';
import { Form } from '../../parts/forms/Form';
import { Facts } from '../../parts/page/Page';
import { formatDay, placeOf } from '../../parts/when/when';
import { ACCESS, ENVIRONMENT } from '../../words/codes/states';
import { words } from '../../words/en/setup';
import { type Draft, openingOf } from './draft';

export function ConnectStep({
  draft,
  onDone,
  onBack,
}: {
  readonly draft: Draft;
  readonly onDone: (connectionId: string) => void;
  readonly onBack: () => void;
}) {
  const { state, send } = useCommand(open, (answer) => {
    if ('id' in answer) onDone(answer.id);
  });
  const { name, creditorName, environment, access, booksFrom, timeZone } = draft;
  return (
    <>
      <h2>{words.connectTitle}</h2>
      <Form state={state} submit={words.connect} cancel={words.back} onCancel={onBack} onSend={() => void send(draft)}>
        <Facts
          facts={[
            [words.name, name],
            [words.account, creditorName],
            [words.environment, ENVIRONMENT[environment]],
            [words.access, ACCESS[access]],
            [words.booksFrom, formatDay(booksFrom)],
            [words.timeZone, timeZone.replaceAll('_', ' ')],
          ]}
        />
        <p>
          <strong>{words.fixed}</strong> {words.effect(formatDay(booksFrom), placeOf(timeZone))}
        </p>
      </Form>
    </>
  );
}

function open(draft: Draft, wish: Wish) {
  return client.POST('/api/connections', { params: { header: wish }, body: openingOf(draft) });
}
