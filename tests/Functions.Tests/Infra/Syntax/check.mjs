// Prints one line per fault of the Bicep files given; none when all can be read.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const grammar = new URL('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm', import.meta.url);
const parser = new Parser();
parser.setLanguage(await Language.load(fileURLToPath(grammar)));

for (const file of process.argv.slice(2)) {
  let text = readFileSync(file, 'utf8');
  if (file.endsWith('.bicepparam')) {
    // The grammar knows parameters with a type only; the value of one is written like that of a variable.
    text = text.replace(/^param (?=\w+ =)/gm, 'var ');
  }

  report(file, parser.parse(text).rootNode);
}

function report(file, node) {
  if (node.isError || node.isMissing) {
    console.log(`${file}:${node.startPosition.row + 1}: ${node.text.slice(0, 60) || `${node.type} is missing`}`);
    return;
  }

  node.children.forEach((child) => report(file, child));
}
