export async function main(args: readonly string[]) { console.log('stet', process.version, args); }
