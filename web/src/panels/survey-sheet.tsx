import { Fragment } from 'react';
import { Button } from 'react-aria-components';
import type { FactLine } from '../api/fact-lines.ts';
import type { SurveyOffice, SurveyRow } from '../api/survey.ts';
import { ExportSheets } from '../controls/export-sheets.tsx';
import { useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { surveyPaper as paper } from '../locale/survey-paper.ts';
import { zh } from '../locale/zh.ts';
import { addresseesOf, citedOf, requestKinds, rowKey } from '../state/survey-face.ts';

type Props = {
  readonly office: SurveyOffice;
  /** Which sheet of how many; 0: it has none. */
  readonly at: number;
  readonly all: number;
  readonly facts: ReadonlyMap<string, FactLine>;
  readonly version: number;
  readonly date: string;
  readonly chains: readonly string[];
  /** Sheets of the city that the office is, its own among them. */
  readonly ofCity: number;
};

/** Rows for firms on the screen and on paper; the workbook has more. */
const FIRM_ROWS = 8;

/** The sheet as the office gets it, on A4: in Chinese whatever the language, blank where it is filled in. */
export function SurveySheet({ office: of, at, all, facts, version, date, chains, ofCity }: Props) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { office, open, cut } = of;
  const addressees = addresseesOf(open);
  const area = office.kind === 'Park' ? office.name : paper.area(office.name);
  if (open.length === 0) {
    return (
      <section className="survey-none" aria-label={words.survey.sheet(office.name)}>
        <h2>{office.name}</h2>
        <p className="sentence">{words.survey.noRows}</p>
      </section>
    );
  }
  return (
    <section className="survey-sheet" aria-label={words.survey.sheet(office.name)}>
      <div className="sheet-tools">
        <span className="caption">
          {[words.survey.sheetAt(at, all), ...(lang === 'en' ? [words.survey.sheetNote] : [])].join(' · ')}
        </span>
        <span className="grow" />
        <Button className="button" onPress={() => window.print()}>
          {words.survey.print}
        </Button>
        <ExportSheets
          label={words.survey.exportOne}
          name={office.name}
          chains={chains}
          offices={[office.id]}
          version={version}
        />
        {ofCity > 1 && (
          <ExportSheets
            label={words.survey.exportCity(ofCity)}
            name={words.survey.withParks(office.name)}
            chains={chains}
            offices={[]}
            city={office.id}
            version={version}
          />
        )}
      </div>
      {of.spans.length > 0 && (
        <p className="caption warn sheet-tools">{words.survey.spans(of.spans.map(nameOf).join(words.app.and))}</p>
      )}
      <div className="paper" lang="zh-CN">
        <h2>{zh.survey.sheet(office.name)}</h2>
        <p className="caption">{paper.subtitle(version, date)}</p>
        <dl className="paper-fill">
          {[paper.issuer, paper.sentTo, paper.due, paper.publisher, paper.date, paper.visibility].map((label) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd />
            </Fragment>
          ))}
          <dt>{paper.addressee}</dt>
          <dd className="paper-printed">
            {addressees.length > 0
              ? addressees.map(({ name }) => name).join('、')
              : paper.noAddressee(office.kind === 'Park')}
          </dd>
          <dt>{paper.seal}</dt>
          <dd className="paper-seal" />
        </dl>
        <h3>{paper.rulesTitle}</h3>
        <ul className="paper-rules">
          {paper.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
          <li>{paper.parks(of.parks.map(({ name }) => name).toSorted())}</li>
        </ul>
        <h3>{paper.answers}</h3>
        <table className="paper-answers">
          <thead>
            <tr>
              {paper.heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {open.map((row) => (
              <tr key={rowKey(row)}>
                <th scope="row">{row.segment?.name ?? zh.survey.whole(row.chain.name)}</th>
                <td>
                  <Sources row={row} facts={facts} />
                </td>
                <td>{row.chain.name}</td>
                <td>{requestOf(row)}</td>
                <td>{area}</td>
                <td>
                  <ul className="paper-boxes">
                    {Object.values(zh.survey.answers).map((answer) => (
                      <li key={answer}>{answer}</li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {cut > 0 && <p className="caption">{zh.survey.officeCut(cut)}</p>}
        <h3>{paper.firms}</h3>
        <table className="paper-firms">
          <thead>
            <tr>
              {paper.firmHeads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: FIRM_ROWS }, (_, row) => (
              <tr key={row}>
                {paper.firmHeads.map((head) => (
                  <td key={head}>&nbsp;</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function requestOf(row: SurveyRow): string {
  return requestKinds(row)
    .map((kind) => zh.brief.roles[kind])
    .join(zh.app.and);
}

/** Class, title, date and place, as the exported sheet prints them. */
function Sources({ row, facts }: { readonly row: SurveyRow; readonly facts: ReadonlyMap<string, FactLine> }) {
  const { cited, more } = citedOf(row, facts);
  return (
    <>
      {cited.map(({ cls, title, date, locator }) => (
        <span key={`${title} ${locator}`} className="under">
          {`${zh.classes[cls]}《${title}》${date}，${locator}`}
        </span>
      ))}
      {more > 0 && paper.more(more)}
    </>
  );
}
