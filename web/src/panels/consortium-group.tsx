import type { ReactNode } from 'react';

/** A group of the page: its name and count at the left. */
export function TieGroup({
  label,
  note,
  children,
}: {
  readonly label: string;
  readonly note: string | null;
  readonly children: ReactNode;
}) {
  return (
    <section className="tie-group">
      <div className="tie-label">
        <h3>{label}</h3>
        {note !== null && <span className="caption">{note}</span>}
      </div>
      <div className="tie-rows">{children}</div>
    </section>
  );
}
