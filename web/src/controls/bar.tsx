type Props = {
  readonly label: string;
  /** Thousandths of the track; what is beyond it is cut, the value says it. */
  readonly share: number;
  readonly value: string;
  readonly strong?: boolean;
  /** Without a track: the lengths are compared with one another, not with a whole. */
  readonly bare?: boolean;
};

/** A label, a length and the figure it stands for. */
export function Bar({ label, share, value, strong = false, bare = false }: Props) {
  const length = Math.min(1000, Math.max(0, share)) / 10;
  return (
    <p className="bar-row">
      <span>{label}</span>
      <span className={bare ? 'bar-track bare' : 'bar-track'} aria-hidden="true">
        <span className={strong ? 'bar-length strong' : 'bar-length'} style={{ width: `${length}%` }} />
      </span>
      <span className={strong && !bare ? 'number strong' : 'number'}>{value}</span>
    </p>
  );
}
