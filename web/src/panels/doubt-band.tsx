import { Button } from 'react-aria-components';
import type { ReadingLite } from '../api/fragments.ts';
import { Name } from '../controls/name.tsx';
import { Told } from '../controls/told.tsx';
import { useWords } from '../locale/use-words.ts';

/** One name as printed and the entities it may mean, each with its reason, between two rules of doubt. */
export function DoubtBand({
  readings,
  onSelect,
}: {
  readonly readings: readonly ReadingLite[];
  readonly onSelect: (id: string) => void;
}) {
  const words = useWords();
  if (readings.length === 0) return null;
  const ordered = [...readings].sort((one, other) => one.rank - other.rank);
  return (
    <section className="doubt">
      <p>
        <b className="warn">
          <DoubtSign /> {words.drawer.doubt}
        </b>{' '}
        {words.drawer.doubtWhy(ordered.length)}
      </p>
      <dl>
        {ordered.map((reading) => (
          <div key={reading.id}>
            <dt className="caption">{reading.rank === 1 ? words.drawer.first : words.drawer.other}</dt>
            <dd>
              <Button className="link ink" onPress={() => onSelect(reading.to.id)}>
                <Name of={reading.to} />
              </Button>
              <span className="caption">
                <Told>{reading.reason}</Told>
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function DoubtSign() {
  return (
    <svg className="doubt-sign" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M6 1 11.5 11h-11z" fill="none" stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round" />
      <path d="M6 4.5v3M6 8.8v1" stroke="currentColor" strokeWidth="1.2" />
    </svg>
  );
}
