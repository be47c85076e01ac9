import type { Kind } from '../api/fragments.ts';
import { useWords } from '../locale/use-words.ts';
import { DOUBT_DASH, DOUBT_OUTLINE, shapeOf } from './shapes.ts';

type Props = {
  readonly kind: Kind;
  /** In the colour of its family (explorer), else in ink. */
  readonly coloured?: boolean;
  readonly doubtful?: boolean;
  readonly size?: number;
  /** Beside the word for the kind, which then says it. */
  readonly silent?: boolean;
};

/** The shape of a kind as a small picture, named for those who do not see it. */
export function KindMark({ kind, coloured = false, doubtful = false, size = 14, silent = false }: Props) {
  const words = useWords();
  const shape = shapeOf(kind);
  const colour = coloured ? `var(--${shape.family})` : 'var(--ink2)';
  const name = doubtful ? `${words.kinds[kind]}${words.app.comma}${words.explore.doubtful}` : words.kinds[kind];
  return (
    <svg
      className="kind-mark"
      width={size}
      height={size}
      viewBox="0 0 18 18"
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {doubtful ? (
        <path
          d={DOUBT_OUTLINE}
          fill="none"
          stroke="var(--warn)"
          strokeWidth={2}
          strokeDasharray={DOUBT_DASH.join(' ')}
        />
      ) : (
        <>
          {shape.fill && <path d={shape.fill} fill={colour} />}
          {shape.stroke && <path d={shape.stroke} fill="none" stroke={colour} strokeWidth={shape.strokeWidth} />}
          {shape.hole && <path d={shape.hole} fill="var(--surface)" />}
        </>
      )}
    </svg>
  );
}
