import { links } from '../links.js';
import { EmptyState } from './empty-state.js';
import { Facts } from './facts.js';
import { CsrfField } from './hidden-fields.js';

/** A witness that the logs of this installation are shown to. */
export interface WitnessView {
  readonly name: string;
  /** As it is handed to a verifier. */
  readonly verifierKey: string;
  /** How far it has cosigned this log; null for nowhere yet. */
  readonly newest: { readonly sizeText: string; readonly at: string; readonly atText: string } | null;
  readonly state: string;
  /** Why it has not cosigned what it was asked for last. */
  readonly trouble: string | null;
  /** No further try is made until a person asks for it. */
  readonly isSetAside: boolean;
  /** Of the work that asks it; null where there is nothing to ask again, or the reader may not. */
  readonly workId: string | null;
}

interface LogWitnessesProps {
  readonly witnesses: readonly WitnessView[];
  /** Null while no witness has cosigned a checkpoint. */
  readonly cosignedHref: string | null;
  readonly csrfToken: string;
}

/** Who outside has seen this log and found that it only grew. */
export const LogWitnesses = ({ witnesses, cosignedHref, csrfToken }: LogWitnessesProps) => (
  <section aria-labelledby="witnesses">
    <h2 id="witnesses">พยานภายนอก</h2>
    {witnesses.length === 0 && <NoWitness />}
    {witnesses.map((witness) => (
      <Witness key={witness.verifierKey} {...witness} csrfToken={csrfToken} />
    ))}
    {cosignedHref && (
      <p>
        <a href={cosignedHref}>เปิดจุดตรวจพร้อมลายมือชื่อร่วมบนเว็บไซต์สาธารณะ</a>
      </p>
    )}
  </section>
);

const Witness = (witness: WitnessView & { readonly csrfToken: string }) => (
  <>
    <h3>{witness.name}</h3>
    <Facts
      facts={[
        { term: 'สถานะ', value: witness.state },
        ...(witness.newest
          ? [
              { term: 'ลงลายมือชื่อร่วมถึง', value: witness.newest.sizeText },
              { term: 'เมื่อ', value: <time dateTime={witness.newest.at}>{witness.newest.atText}</time> },
            ]
          : []),
        { term: 'กุญแจของพยาน', value: <code class="hash">{witness.verifierKey}</code> },
      ]}
    />
    {witness.trouble && <Trouble {...witness} trouble={witness.trouble} />}
  </>
);

const Trouble = ({
  name,
  trouble,
  isSetAside,
  workId,
  csrfToken,
}: WitnessView & { trouble: string; csrfToken: string }) => (
  <div class={isSetAside ? 'notice notice--stop' : 'notice'}>
    <p>{trouble}</p>
    {workId && (
      <form method="post" action={links.logWitnessRetry(workId)}>
        <CsrfField token={csrfToken} />
        <button class="btn btn-outline" type="submit">
          ถามพยานอีกครั้ง<span class="visually-hidden">: {name}</span>
        </button>
      </form>
    )}
  </div>
);

const NoWitness = () => (
  <EmptyState
    title="ยังไม่มีพยานอิสระ"
    body="หากมีการแสดงบันทึกคนละชุดแก่แต่ละคน จะพบได้เมื่อนำมาเทียบกันเท่านั้น ให้หน่วยงานอื่นหรือองค์กรภายนอกเป็นพยานได้ด้วยคำสั่ง prongsai witness ask ของผู้ดูแลเครื่อง"
  />
);
