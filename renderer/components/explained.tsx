import { Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './explained.module.css';
import { ExplanationCard } from './explanation-card.tsx';

/** One input of a figure, with the value it had. */
export interface ExplainedInput {
  readonly name: string;
  /** Formatted; amounts by `formatMoney` or `formatAmount` of `money-words.ts`, so that discreet mode hides them. */
  readonly value: ReactNode;
  /** A route of the app where this input can be seen: `/initiative/…/value`. */
  readonly href?: string | undefined;
}

/** A place in the app, in words. */
export interface ExplainedPlace {
  /** What stands behind the link: "Value of Claims triage", "Policy, thresholds". */
  readonly name: string;
  /** A route: `/initiative/…/value`, `/policy`, `/register?stage=limited`. */
  readonly href: string;
}

/** How a figure came about. Only what is true of this figure here and now; whatever is not known is left out. */
export interface FigureExplanation {
  /** What the figure is called where it stands: "Net value, last 3 months". */
  readonly name: string;
  /** How to read it: "actual, undiscounted, last 3 closed months". */
  readonly label?: string | null | undefined;
  /**
   * The equation in plain text: "claimed benefit − cost, summed over the window". Without it the statement of the
   * catalogue's entry is shown.
   */
  readonly formula?: string | null | undefined;
  /** What went in, in the order of the formula. */
  readonly inputs?: readonly ExplainedInput[] | undefined;
  /** What else to know: open months, why there is no value. */
  readonly note?: string | null | undefined;
  /** The rule or the policy it rests on: "Policy version 4: discount rate 10 %". */
  readonly source?: string | null | undefined;
  /** Where the inputs are entered or listed. */
  readonly places?: readonly ExplainedPlace[] | undefined;
  /** Id of an entry of the formula catalogue (`shared/formulas`): the help is opened at it. */
  readonly formulaId?: string | undefined;
}

interface ExplainedProps {
  readonly figure: FigureExplanation;
  /**
   * Rendered under the inputs while the explanation is open, and not before: the place for inputs that have to be asked
   * of the host (which initiatives, which months).
   */
  readonly details?: (() => ReactNode) | undefined;
  /** `figure`: a headline number; `cell`: a number in a table, right-aligned. */
  readonly look?: 'figure' | 'cell';
  /** The figure as it stands on the page. */
  readonly children: ReactNode;
}

/**
 * A figure that explains itself: a click or Enter on it shows label, formula, inputs, source, and the ways to the place
 * of the inputs and to the formula in the help.
 *
 *     <Figure
 *       label="Net value, last 3 months"
 *       value={<Explained figure={{ name: 'Net value, last 3 months', label, formula, inputs, formulaId: 'net-value' }}>+412 k</Explained>}
 *     />
 *
 * or shorter, `<Figure label=… value=… explanation={{ formula, inputs, … }} />`, which does the same.
 */
export function Explained({ figure, details, look = 'figure', children }: ExplainedProps) {
  const [isOpen, card] = useDisclosure(false);
  const hintId = useId();
  const titleId = useId();
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => (opened ? card.open() : card.close())}
      position="bottom-start"
      offset={6}
      width="23rem"
      trapFocus
      returnFocus
      transitionProps={{ duration: 100 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={classNames(styles.target, look === 'cell' && styles.cell)}
          aria-describedby={hintId}
          data-explained=""
          onClick={card.toggle}
        >
          {children}
          <span id={hintId} hidden>
            Show how {figure.name} came about
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown
        className={classNames(styles.dropdown, 'no-print')}
        // Otherwise it is named by the value alone: "+38.2 k".
        aria-labelledby={titleId}
      >
        {isOpen ? (
          <ExplanationCard titleId={titleId} figure={figure} details={details} onLeave={card.close} />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}
