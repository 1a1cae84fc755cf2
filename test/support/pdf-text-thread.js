const { parentPort } = require('node:worker_threads');

/** Reads documents with a program that shares nothing with the one that wrote them. */
async function readPages(document) {
  const { getDocumentProxy } = await import('unpdf');
  const read = await getDocumentProxy(document);
  const pages = [];
  for (let number = 1; number <= read.numPages; number += 1) {
    const { items } = await (await read.getPage(number)).getTextContent();
    pages.push(items.map(({ str }) => str).join(' '));
  }
  return pages;
}

parentPort.on('message', (document) => {
  void readPages(document).then((pages) => parentPort.postMessage(pages));
});
