import { Button } from '../../parts/forms/Button';
import { ChoiceField, TextField } from '../../parts/forms/Field';
import { CURRENCY_CHOICES, currencyOf } from '../../parts/money/currencies';
import { words } from '../../words/en/orders';
import { type Draft, type DraftLine, EMPTY_LINE } from './draft';
import styles from './NewOrder.module.css';

export interface PartProps {
  readonly draft: Draft;
  readonly onChange: (changed: Partial<Draft>) => void;
  readonly faultOf: (field: string) => string | undefined;
}

export function Lines({ draft, onChange, faultOf }: PartProps) {
  const { lines, currency } = draft;
  const set = (index: number, changed: Partial<DraftLine>) => {
    onChange({ lines: lines.map((line, at) => (at === index ? { ...line, ...changed } : line)) });
  };
  return (
    <>
      <div className={styles.currency}>
        <ChoiceField
          label={words.currency}
          choices={CURRENCY_CHOICES}
          value={currency}
          onChoose={(chosen) => {
            onChange({ currency: currencyOf(chosen) });
          }}
        />
      </div>
      {lines.map((line, index) => (
        // Lines have no other name than their place.
        <fieldset key={index} className={styles.line}>
          <legend className="spoken">{words.line(index + 1)}</legend>
          <TextField
            label={words.item}
            required
            maxLength={500}
            value={line.item}
            onChange={({ target }) => {
              set(index, { item: target.value });
            }}
            fault={faultOf(`lines.${String(index)}.item`)}
          />
          <TextField
            label={words.quantity}
            required
            inputMode="decimal"
            value={line.quantity}
            onChange={({ target }) => {
              set(index, { quantity: target.value });
            }}
            fault={faultOf(`lines.${String(index)}.quantity`)}
          />
          <TextField
            label={`${words.price} (${currency})`}
            required
            inputMode="decimal"
            value={line.price}
            onChange={({ target }) => {
              set(index, { price: target.value });
            }}
            fault={faultOf(`lines.${String(index)}.unitAmount`)}
          />
          <TextField
            label={`${words.taxRate} (%)`}
            inputMode="decimal"
            placeholder="0"
            value={line.taxRate}
            onChange={({ target }) => {
              set(index, { taxRate: target.value });
            }}
            fault={faultOf(`lines.${String(index)}.taxRate`)}
          />
          <TextField
            label={words.account}
            maxLength={20}
            placeholder={words.accountHint}
            value={line.account}
            onChange={({ target }) => {
              set(index, { account: target.value });
            }}
            fault={faultOf(`lines.${String(index)}.incomeAccount`)}
          />
          {lines.length > 1 && (
            <Button
              icon="cross"
              look="quiet"
              aria-label={words.removeLine(index + 1)}
              onClick={() => {
                onChange({ lines: lines.filter((_, at) => at !== index) });
              }}
            />
          )}
        </fieldset>
      ))}
      <div>
        <Button
          icon="plus"
          onClick={() => {
            onChange({ lines: [...lines, EMPTY_LINE] });
          }}
        >
          {words.addLine}
        </Button>
      </div>
    </>
  );
}
