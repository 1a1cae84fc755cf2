import { Button } from '../../parts/forms/Button';
import { ChoiceField, TextField } from '../../parts/forms/Field';
import { INTERVAL } from '../../words/codes/states';
import { words } from '../../words/en/orders';
import { type Draft, type DraftInstalment, type Interval } from './draft';
import { type PartProps } from './Lines';
import styles from './NewOrder.module.css';

const PLANS: readonly { readonly value: Draft['plan']; readonly label: string }[] = [
  { value: 'parts', label: words.equalParts },
  { value: 'own', label: words.ownPlan },
];

export function Plan(props: PartProps) {
  const { draft, onChange, faultOf } = props;
  const fault = faultOf('plan') ?? faultOf('plan.instalments');
  return (
    <>
      <div className={styles.plans} role="radiogroup" aria-label={words.when}>
        {PLANS.map(({ value, label }) => (
          <label key={value} className={styles.choice}>
            <input
              type="radio"
              name="plan"
              checked={draft.plan === value}
              onChange={() => {
                onChange({ plan: value });
              }}
            />
            {label}
          </label>
        ))}
      </div>
      {draft.plan === 'parts' ? <EqualParts {...props} /> : <OwnPlan {...props} />}
      {fault !== undefined && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
    </>
  );
}

function EqualParts({ draft, onChange, faultOf }: PartProps) {
  return (
    <div className={styles.parts}>
      <TextField
        label={words.count}
        type="number"
        min={1}
        max={500}
        required
        value={draft.count}
        onChange={({ target }) => {
          onChange({ count: target.value });
        }}
        fault={faultOf('plan.count')}
      />
      <TextField
        label={words.firstDue}
        type="date"
        required
        value={draft.firstDueDate}
        onChange={({ target }) => {
          onChange({ firstDueDate: target.value });
        }}
        fault={faultOf('plan.firstDueDate')}
      />
      <ChoiceField
        label={words.interval}
        choices={Object.entries(INTERVAL).map(([value, label]) => ({ value, label }))}
        value={draft.interval}
        onChoose={(interval) => {
          // One of those that the field offers.
          onChange({ interval: interval as Interval });
        }}
        fault={faultOf('plan.interval')}
      />
    </div>
  );
}

function OwnPlan({ draft, onChange, faultOf }: PartProps) {
  const { instalments, currency } = draft;
  const set = (index: number, changed: Partial<DraftInstalment>) => {
    onChange({ instalments: instalments.map((one, at) => (at === index ? { ...one, ...changed } : one)) });
  };
  return (
    <>
      {instalments.map((instalment, index) => (
        // Instalments have no other name than their place.
        <fieldset key={index} className={styles.parts}>
          <legend className="spoken">{words.instalment(index + 1)}</legend>
          <TextField
            label={words.due}
            type="date"
            required
            value={instalment.dueDate}
            onChange={({ target }) => {
              set(index, { dueDate: target.value });
            }}
            fault={faultOf(`plan.instalments.${String(index)}.dueDate`)}
          />
          <TextField
            label={`${words.amount} (${currency})`}
            inputMode="decimal"
            required
            value={instalment.amount}
            onChange={({ target }) => {
              set(index, { amount: target.value });
            }}
            fault={faultOf(`plan.instalments.${String(index)}.amount`)}
          />
          {instalments.length > 1 && (
            <Button
              icon="cross"
              look="quiet"
              aria-label={words.removeInstalment(index + 1)}
              onClick={() => {
                onChange({ instalments: instalments.filter((_, at) => at !== index) });
              }}
            />
          )}
        </fieldset>
      ))}
      <div>
        <Button
          icon="plus"
          onClick={() => {
            onChange({ instalments: [...instalments, { dueDate: '', amount: '' }] });
          }}
        >
          {words.addInstalment}
        </Button>
      </div>
    </>
  );
}
