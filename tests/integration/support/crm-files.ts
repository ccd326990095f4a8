import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Deals in the files that can be imported; one more names an agent whom nobody knows. */
export const ROWS = 24;
const AGENTS = ['Anna Snelling', 'Moses Frase', 'Rosie Papadopoulos'];

/** Writes a small export of a CRM, in the form of the Maven Analytics data. */
export function writeCrmFiles(data: string): void {
  writeFileSync(join(data, 'products.csv'), 'product,series,sales_price\nGTX Pro,GTX,4821\nMG Special,MG,55\n');
  writeFileSync(
    join(data, 'accounts.csv'),
    'account,sector,year_established,revenue,employees,office_location,subsidiary_of\n' +
      'Bluth Company,technolgy,1993,1242.32,3027,United States,Acme Corporation\nAcme Corporation,retail,1996,1100.04,2822,United States,\n',
  );
  writeFileSync(
    join(data, 'sales_teams.csv'),
    'sales_agent,manager,regional_office\nAnna Snelling,Dustin Brinkmann,Central\nMoses Frase,Dustin Brinkmann,Central\nRosie Papadopoulos,Cara Losch,East\n',
  );
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const [agent, product] = [AGENTS[index % 3], index % 2 === 0 ? 'GTXPro' : 'MG Special'];
    return index % 4 === 0
      ? `K${index},${agent},${product},,Engaging,2017-01-05,,`
      : `K${index},${agent},${product},Bluth Company,${index % 4 === 1 ? 'Lost' : 'Won'},2017-01-05,2017-03-0${(index % 9) + 1},${index * 10}`;
  });
  writeFileSync(
    join(data, 'sales_pipeline.csv'),
    `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n${rows.join('\n')}\nBAD,Nobody,MG Special,Acme Corporation,Won,2017-01-05,2017-03-01,1\n`,
  );
}
