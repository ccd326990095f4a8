/** True where the current user has the permission, else undefined. */
declare module '@salesforce/customPermission/*' {
  const has: true | undefined;
  export default has;
}
