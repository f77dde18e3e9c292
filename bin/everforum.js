#!/usr/bin/env node
// Starts the command line under Node 24, which npm installed beside us, when the Node that runs this file is older.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const needed = 24;
const main = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'cli', 'main.ts');

if (Number(process.versions.node.split('.')[0]) >= needed) {
  const { run } = await import(pathToFileURL(main).href);
  await run(process.argv.slice(2));
} else {
  const node = installedNode();
  if (node) handOver(node);
  else {
    console.error(
      `Everforum needs Node ${needed}; this is ${process.version}, and npm has not installed one here: run "npm rebuild node", or install Node ${needed}.`,
    );
    process.exitCode = 1;
  }
}

function installedNode() {
  const folder = nodePackage();
  if (!folder) return null;
  const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(binary)) runInstallScript(folder);
  return existsSync(binary) ? binary : null;
}

function nodePackage() {
  try {
    return dirname(createRequire(import.meta.url).resolve('node/package.json'));
  } catch {
    return null;
  }
}

/** The package fetches its binary in an install script, and npm may be told to skip those. */
function runInstallScript(folder) {
  console.error(`Fetching Node ${needed}, as npm skipped it at installation …`);
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: ['ignore', 2, 2] });
}

function handOver(node) {
  // The channel carries no messages: that it closes tells the child that we were killed.
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Node ${needed} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
