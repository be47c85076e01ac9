import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';

/** A search `A → B` was entered: its answer is where the reader goes on. */
const useArrival = create<{ readonly awaited: boolean }>(() => ({ awaited: false }));

export function awaitPaths(): void {
  useArrival.setState({ awaited: true });
}

/** Gives the focus to the first line of the answer when it is there and the reader went nowhere else; `arrived` then says it. */
export function usePathArrival(isThere: boolean, arrived: () => void): void {
  const { awaited } = useArrival();
  const take = useEffectEvent(() => {
    useArrival.setState({ awaited: false });
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const first = document.querySelector('.paths .hops .hop-button') ?? document.querySelector('.paths .link');
    if (first instanceof HTMLElement) first.focus();
    arrived();
  });
  useEffect(() => {
    if (awaited && isThere) take();
  }, [awaited, isThere]);
}
