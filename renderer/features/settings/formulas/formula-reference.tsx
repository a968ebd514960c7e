import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { FORMULAS } from '#shared/formulas/catalogue.ts';
import { type Formula, SUBJECT_NAMES, SUBJECTS, type Subject } from '#shared/formulas/formula.ts';
import { subjectNotes } from '#shared/formulas/subject-notes.ts';
import { countOf } from '../../../components/counts.ts';
import { FormulaEntry } from './formula-entry.tsx';
import styles from './formulas.module.css';
import { searchFormulas } from './search-formulas.ts';

/** A search that leaves so few formulas opens their subjects by itself. */
const FEW = 12;
const NONE: ReadonlySet<Subject> = new Set();

/** Every formula by subject, closed until asked for: an open subject computes its examples. */
export function FormulaReference() {
  const asked = askedFormula(useSearch());
  const [text, setText] = useState('');
  const [open, setOpen] = useState(NONE);
  const input = useRef<HTMLInputElement>(null);
  const searched = useDeferredValue(text);
  const found = useMemo(() => searchFormulas(FORMULAS, searched), [searched]);

  // The address names a formula: somebody came from one of its figures.
  useEffect(() => {
    if (asked === null) return;
    setText('');
    setOpen(new Set([asked.subject]));
    const shown = requestAnimationFrame(() => {
      const entry = document.getElementById(`formula-${asked.id}`);
      entry?.scrollIntoView({ block: 'center' });
      entry?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(shown);
  }, [asked]);

  const search = (next: string) => {
    setText(next);
    const matches = searchFormulas(FORMULAS, next);
    const isFew = next.trim() !== '' && matches.length <= FEW;
    setOpen(isFew ? new Set(matches.map(({ subject }) => subject)) : NONE);
  };
  const clear = () => {
    search('');
    input.current?.focus();
  };
  const toggle = (subject: Subject, isOpen: boolean) =>
    setOpen((before) => {
      const next = new Set(before);
      if (isOpen) next.add(subject);
      else next.delete(subject);
      return next;
    });

  return (
    <>
      <search className={styles.search} aria-label="Search the formulas">
        <TextInput
          ref={input}
          aria-label="Search name, text, source and code of the formulas"
          placeholder="Search formulas"
          value={text}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          leftSection={<IconSearch size="1rem" stroke={1.5} aria-hidden="true" />}
          rightSection={
            text === '' ? null : <CloseButton size="sm" aria-label="Clear the search" onClick={clear} />
          }
          onChange={(event) => search(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text !== '') clear();
          }}
        />
        <p role="status" className={styles.count}>
          {searched.trim() === ''
            ? countOf(FORMULAS.length, 'formula')
            : `${found.length} of ${FORMULAS.length}`}
        </p>
      </search>
      {found.length === 0 ? (
        <p className={styles.nothing}>No formula holds all these words. Try fewer or shorter ones.</p>
      ) : (
        SUBJECTS.map((subject) => (
          <SubjectFormulas
            key={subject}
            subject={subject}
            formulas={found.filter((formula) => formula.subject === subject)}
            isOpen={open.has(subject)}
            onToggle={toggle}
          />
        ))
      )}
    </>
  );
}

/** The formula of `/help?formula=npv-end`; null when the address names none that is known. */
export function askedFormula(search: string): Formula | null {
  const id = new URLSearchParams(search).get('formula');
  return FORMULAS.find((formula) => formula.id === id) ?? null;
}

interface SubjectFormulasProps {
  readonly subject: Subject;
  readonly formulas: readonly Formula[];
  readonly isOpen: boolean;
  readonly onToggle: (subject: Subject, isOpen: boolean) => void;
}

/** A subject and, when open, its formulas; nothing where the search left none. */
function SubjectFormulas({ subject, formulas, isOpen, onToggle }: SubjectFormulasProps) {
  if (formulas.length === 0) return null;
  return (
    <details
      className={styles.subject}
      open={isOpen}
      onToggle={(event) => onToggle(subject, event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        <h3>{SUBJECT_NAMES[subject]}</h3>
        <span className={styles.number}>{formulas.length}</span>
      </summary>
      {isOpen ? (
        <>
          {subjectNotes(subject).map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
          {formulas.map((formula) => (
            <FormulaEntry key={formula.id} formula={formula} />
          ))}
        </>
      ) : null}
    </details>
  );
}
