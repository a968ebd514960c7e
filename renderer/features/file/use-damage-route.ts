import { useEffect, useRef } from 'react';
import { navigate } from '../../app/hash-location.ts';
import { useStatus } from '../../app/use-call.ts';

/**
 * Goes to the recovery screen when a damaged file is opened, once: afterwards the reader may look around, and every
 * screen carries the way back.
 */
export function useDamageRoute(): void {
  const file = useStatus().data?.file;
  const led = useRef<string | null>(null);
  const found = file?.damage ? `${file.location}\n${file.damage.text}` : null;
  useEffect(() => {
    if (found !== null && found !== led.current) navigate('/recovery', { replace: true });
    led.current = found;
  }, [found]);
}
