declare module 'cytoscape-fcose' {
  const extension: import('cytoscape').Ext;
  // The package itself has a default export.
  export default extension;
}
