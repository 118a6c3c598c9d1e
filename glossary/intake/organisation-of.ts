/** Tells which organisation a signer belongs to: 中国科协 for 中国科协机关党委, 湖南省科技厅 for 湖南省科技厅办公室. */

/** The full and the short name of one body. */
const SHORT_NAMES: [full: string, short: string][] = [['科学技术协会', '科协']];

/** Endings of names of organisations; 机关党委 and 调研宣传部 are parts of one. */
const ENDS =
  /^.+?(?:科协|协会|学会|研究会|联合会|委员会|科学院|工程院|学院|大学|研究院|研究所|厅|局|院|馆|公司|集团|中心|报社|杂志社)/u;

/** The organisation's name; the whole signer if no end of one is known. */
export function organisationOf(signer: string): string {
  const short = SHORT_NAMES.reduce(
    (name, [full, shortened]) => name.replace(full, shortened),
    signer.replace(/\s/g, ''),
  );
  return ENDS.exec(short)?.[0] ?? short;
}
