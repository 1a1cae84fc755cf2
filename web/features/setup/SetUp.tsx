import { useState } from 'react';
import { useAdministers } from '../../api/session';
import { Page } from '../../parts/page/Page';
import { Empty } from '../../parts/page-state/PageState';
import { Wizard } from '../../parts/wizard/Wizard';
import { words } from '../../words/en/setup';
import { AccountStep } from './AccountStep';
import { BooksStep } from './BooksStep';
import { CompanyStep } from './CompanyStep';
import { ConnectStep } from './ConnectStep';
import { type Draft, NO_DRAFT } from './draft';
import { FirstDelivery } from './FirstDelivery';
import { WebhookStep } from './WebhookStep';
import { WhatNext } from './WhatNext';

/** Connects a GoCardless account. Nothing is kept before the fourth step. */
export function SetUp() {
  const mayAdminister = useAdministers();
  return <Page title={words.title}>{mayAdminister ? <Steps /> : <Empty>{words.onlyAdmins}</Empty>}</Page>;
}

function Steps() {
  const [step, setStep] = useState(0);
  const [draft, setDraft] = useState<Draft>(NO_DRAFT);
  const [connectionId, setConnectionId] = useState('');
  const goOn = (known: Partial<Draft> = {}) => {
    setDraft((before) => ({ ...before, ...known }));
    setStep((before) => before + 1);
  };
  const back = () => {
    setStep((before) => before - 1);
  };
  return (
    <Wizard steps={words.steps} step={step}>
      {step === 0 && <AccountStep draft={draft} onDone={goOn} />}
      {step === 1 && <WebhookStep draft={draft} onDone={goOn} onBack={back} />}
      {step === 2 && <BooksStep draft={draft} onDone={goOn} onBack={back} />}
      {step === 3 && (
        <ConnectStep
          draft={draft}
          onBack={back}
          onDone={(id) => {
            setConnectionId(id);
            // What opens the account is needed no more.
            goOn({ accessToken: '', webhookSecret: '' });
          }}
        />
      )}
      {step === 4 && <FirstDelivery onDone={goOn} />}
      {step === 5 && <CompanyStep connectionId={connectionId} name={draft.creditorName} onDone={goOn} />}
      {step === 6 && <WhatNext />}
    </Wizard>
  );
}
