import type { Dataset } from '../api/dataset.ts';
import { ClassTag } from '../controls/tags.tsx';
import { useLang, useWords } from '../locale/use-words.ts';
import { isDocument } from '../state/page-sources.ts';
import { sourceGroups } from '../state/source-groups.ts';
import { SourceCoverage } from './source-coverage.tsx';

/** Sources by class, those of one publisher together, each with what it claims to cover. */
export function SourceTable({ sources }: { readonly sources: Dataset['sources'] }) {
  const words = useWords();
  const lang = useLang();
  const documents = sources.filter(isDocument).length;
  const classes = Object.keys(words.classes) as (keyof typeof words.classes)[];
  return (
    <section aria-labelledby="start-sources">
      <div className="start-title-row">
        <h2 id="start-sources">{words.start.sources}</h2>
        <span className="caption">{words.start.sourcesNote(documents, sources.length - documents)}</span>
      </div>
      <table className="start-table start-sources">
        <thead>
          <tr>
            <th>{words.start.cls}</th>
            <th className="by">{words.start.by}</th>
            <th>{words.start.document}</th>
            <th className="number">{words.start.date}</th>
          </tr>
        </thead>
        {sourceGroups(sources, classes).map((group) => (
          <tbody key={`${group[0].class} ${group[0].publisher}`}>
            {group.map((source, row) => (
              <tr key={source.id}>
                {row === 0 && (
                  <>
                    <td rowSpan={group.length}>
                      <ClassTag cls={source.class} />
                    </td>
                    <td rowSpan={group.length} className="by">
                      {source.publisher !== null ? (
                        <span lang="zh">{source.publisher}</span>
                      ) : (
                        <span className="caption">{words.start.noPublisher}</span>
                      )}
                    </td>
                  </>
                )}
                <td>
                  {lang === 'en' && source.titleEn ? source.titleEn : <span lang="zh">{source.title}</span>}
                  <SourceCoverage coverage={source.coverage} />
                </td>
                <td className="number">{source.date ?? <span className="caption">{words.start.noDate}</span>}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
