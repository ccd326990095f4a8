/**
 * Lets the browser save a text as a file. A data address rather than a blob's: Lightning Web Security allows blobs
 * of few kinds only.
 */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
  link.download = name;
  link.click();
}
