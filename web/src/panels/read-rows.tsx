import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { SheetPreview } from '../api/survey-files.ts';
import { useWords } from '../locale/use-words.ts';

type Props = { readonly rows: SheetPreview['rows']; readonly office: string };

/** Rows that are shown before anybody asks for the others. */
const FEW = 8;

/** The firms of a filled sheet as they were read, to be held against the sheet: nothing that was read stays unseen. */
export function ReadRows({ rows, office }: Props) {
  const words = useWords();
  const [isWhole, setWhole] = useState(false);
  const { readColumns } = words.survey;
  const shown = isWhole ? rows : rows.slice(0, FEW);
  const left = rows.length - FEW;
  return (
    <section className="read-rows">
      <h5>{words.survey.asRead(rows.length)}</h5>
      <div className="table-scroll" role="region" aria-label={words.survey.asReadOf(office)} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {Object.values(readColumns).map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, segment, name, code, area, products, capacity, status }) => (
              <tr key={row}>
                <td>{row}</td>
                <th scope="row">{name}</th>
                <td>{words.survey.firmStatuses[status]}</td>
                <td>{segment}</td>
                <td>{area}</td>
                <td>{products.join(words.app.and) || words.survey.notFilled}</td>
                <td>{capacity ?? words.survey.notFilled}</td>
                <td>{code ?? words.survey.notFilled}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <Button className="link" onPress={() => setWhole(!isWhole)}>
          {isWhole ? words.survey.fewerRead : words.survey.moreRead(left)}
        </Button>
      )}
    </section>
  );
}
