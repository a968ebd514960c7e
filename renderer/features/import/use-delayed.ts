import { useEffect, useState } from 'react';

/** True once `isOn` has been true for `delay` ms without a break: quick work shows no progress at all. */
export function useDelayed(isOn: boolean, delay: number): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isOn) return setIsLate(false);
    const timer = setTimeout(() => setIsLate(true), delay);
    return () => clearTimeout(timer);
  }, [isOn, delay]);
  return isOn && isLate;
}
