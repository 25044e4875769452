/** In which capacity a person signs for a post that is not their own. Four notions, each with its own legal base. (DOMAIN 3.2) */
export const ACTING_CAPACITIES = {
  acting_for: { th: 'รักษาราชการแทน', en: 'Acting for' },
  delegated_by: { th: 'ปฏิบัติราชการแทน', en: 'On behalf of' },
  acting_in_post: { th: 'รักษาการในตำแหน่ง', en: 'Acting in the post of' },
  performing_duties: { th: 'ปฏิบัติหน้าที่', en: 'Performing the duties of' },
} as const;

export type ActingCapacity = keyof typeof ACTING_CAPACITIES;

export interface ActingLink {
  readonly capacity: ActingCapacity;
  /** The post acted for. */
  readonly post: string;
  readonly postEn?: string | null;
}

/** Who signed, as printed: own substantive post first, then each capacity and the post acted for. (DOMAIN 3.2) */
export interface SignatureBlock {
  /** Full name with title or rank, without parentheses; empty when the signer is not known yet. */
  readonly name: string;
  readonly nameEn?: string | null;
  readonly post: string;
  readonly postEn?: string | null;
  readonly acting: readonly ActingLink[];
  /** A further office held by virtue of the post: the words after "ในฐานะ". */
  readonly inCapacityOf?: string | null;
  readonly inCapacityOfEn?: string | null;
}

/** Lines under the space for the signature, in Thai: "(name)", own post, then capacity and post of each link. */
export function signatureLines(block: SignatureBlock): string[] {
  return [
    `(${block.name})`,
    block.post,
    ...block.acting.flatMap(({ capacity, post }) => [ACTING_CAPACITIES[capacity].th, post]),
    ...(block.inCapacityOf ? [`ในฐานะ${block.inCapacityOf}`] : []),
  ];
}

/** The same in English; a part without an English form is printed as it is in Thai. */
export function englishSignatureLines(block: SignatureBlock): string[] {
  const office = block.inCapacityOfEn ?? block.inCapacityOf;
  return [
    `(${block.nameEn ?? block.name})`,
    block.postEn ?? block.post,
    ...block.acting.map(({ capacity, post, postEn }) => `${ACTING_CAPACITIES[capacity].en} ${postEn ?? post}`),
    ...(office ? [`in the capacity of ${office}`] : []),
  ];
}
