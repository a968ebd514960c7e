import { Modal } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { AddInitiativeForm } from '../start/add-initiative-form.tsx';

interface AddInitiativeProps {
  readonly isOpen: boolean;
  /** The register, for the units already in use. */
  readonly units: readonly RegisterRow[];
  readonly onClose: () => void;
}

/** The few facts an initiative starts with, in a dialog over the register. */
export const AddInitiative = memo(function AddInitiative({ isOpen, units, onClose }: AddInitiativeProps) {
  const known = useMemo(
    () => [...new Set(units.map((row) => row.unit))].filter((unit) => unit !== '').sort(),
    [units],
  );
  return (
    <Modal opened={isOpen} onClose={onClose} title="Add initiative" size="28rem">
      <AddInitiativeForm units={known} onClose={onClose} />
    </Modal>
  );
});
