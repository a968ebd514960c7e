import { IconCheck, IconMinus, IconQuestionMark, IconX } from '@tabler/icons-react';
import { LAYERS, type Layer, type LayerItem, type LayerOutcome } from '#shared/decision/result.ts';
import { Panel } from '../../../components/panel.tsx';
import styles from './layer-panel.module.css';

const NAMES: Readonly<Record<Layer, string>> = {
  measurement: 'Measurement',
  infrastructure: 'Infrastructure',
  strategy: 'Strategy',
};

/** The remark of the panel: said where a layer is missing. */
export function layerRemark(layers: readonly LayerOutcome[]): string {
  const missing = layers.filter((layer) => layer.state === 'missing');
  if (missing.length > 0) return 'skip any one and the pilot stays a pilot';
  return `${layers.filter((layer) => layer.state === 'solid').length} of ${LAYERS.length} solid`;
}

/** The three layers under the agent: solid, partial or missing, with the items that make each so. */
export function LayerPanel({ layers }: { readonly layers: readonly LayerOutcome[] }) {
  return (
    <Panel title="Three layers" aside={layerRemark(layers)} isPadded={false}>
      <div className={styles.layers}>
        {layers.map((layer) => (
          <section key={layer.layer} className={styles.layer} aria-label={NAMES[layer.layer]}>
            <h3 className={styles.name}>
              {NAMES[layer.layer]} <StateWord state={layer.state} />
            </h3>
            <ul className={styles.items}>
              {layer.items.map((item) => (
                <Item key={item.code} item={item} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}

const STATE_ICONS = { solid: IconCheck, partial: IconMinus, missing: IconX } as const;

function StateWord({ state }: { readonly state: LayerOutcome['state'] }) {
  const Icon = STATE_ICONS[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon aria-hidden="true" size="0.875rem" stroke={2} /> {state}
    </span>
  );
}

/** An item with its mark; the word for the mark is read out, not shown. */
function Item({ item }: { readonly item: LayerItem }) {
  const [Icon, word] =
    item.holds === true
      ? ([IconCheck, 'holds'] as const)
      : item.holds === false
        ? ([IconX, 'does not hold'] as const)
        : ([IconQuestionMark, 'cannot be told'] as const);
  return (
    <li className={styles.item} data-holds={String(item.holds)}>
      <Icon aria-hidden="true" size="0.875rem" stroke={2} />
      <span>
        {item.text.charAt(0).toUpperCase() + item.text.slice(1)}
        <span className="visually-hidden">: {word}</span>
      </span>
    </li>
  );
}
