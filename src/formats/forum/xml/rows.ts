// Rows of database tables written as XML: by SPIP (1.x to 2.0), by phpMyAdmin, by mysqldump.
import type { RowPiece } from '../imported.ts';
import { readXml } from './events.ts';

/**
 * One piece a row of the tables wanted, whichever of these holds it:
 *
 * ```xml
 * <SPIP …><spip_forum><id_forum>1</id_forum>…</spip_forum>…</SPIP>             (older archives: <forum>)
 * <site><spip_forum><id_forum>1</id_forum>…</spip_forum>…</site>               (phpMyAdmin 2)
 * <pma_xml_export><database><table name="spip_forum"><column name="id_forum">1</column>…
 * <mysqldump><database><table_data name="spip_forum"><row><field name="id_forum">1</field>…
 * ```
 */
export function* readXmlRows(chunks: Iterable<string>, wanted: (table: string) => boolean): Generator<RowPiece> {
  const path: string[] = [];
  let row: Row | null = null;
  for (const event of readXml(chunks)) {
    if (event.kind === 'problem') yield event;
    else if (event.kind === 'open') {
      path.push(event.attributes.name ?? event.name);
      const rowDepth = DEPTHS[path[0] as string] ?? 2;
      const table = path[TABLE_DEPTHS[path[0] as string] ?? 1] ?? '';
      if (path.length === rowDepth && wanted(table)) row = { table, line: event.line, values: {} };
    } else {
      const depth = path.length;
      const name = path.pop();
      const rowDepth = DEPTHS[path[0] ?? ''] ?? 2;
      if (!row || name === undefined) continue;
      if (depth === rowDepth + 1) row.values[name] = event.text;
      if (depth !== rowDepth) continue;
      yield { kind: 'row', ...row };
      row = null;
    }
  }
}

interface Row {
  readonly table: string;
  readonly line: number;
  readonly values: Record<string, string>;
}

/** How many elements deep a row stands, its own counted; 2 where the root is any other. */
const DEPTHS: Readonly<Record<string, number>> = { pma_xml_export: 3, mysqldump: 4 };
/** Which of the elements down to it names its table, from 0. */
const TABLE_DEPTHS: Readonly<Record<string, number>> = { pma_xml_export: 2, mysqldump: 2 };
