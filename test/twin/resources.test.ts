import { describe, expect, it } from 'vitest';
import { isObject, type Json } from '../../src/twin/json.ts';
import { openTask } from '../../src/twin/task.ts';
import { createBench, messageIds, settings, system } from './bench.ts';

function linksIn(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(linksIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    (name === '@odata.id' || name === 'target') && typeof member === 'string' ? [member] : linksIn(member),
  );
}

describe('the resource tree', () => {
  it('has no dangling link, and every resource names itself', () => {
    const bench = createBench();
    bench.bmc = openTask(bench.bmc, 'job', null, bench.now);
    bench.send('POST', '/redfish/v1/SessionService/Sessions', { UserName: 'admin', Password: 'password' });
    const seen = new Set<string>();
    const queue = ['/redfish/v1'];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const bare = path.split('#', 1)[0] ?? '';
      if (seen.has(bare)) continue;
      seen.add(bare);
      if (bare.includes('/Actions/')) {
        expect(bench.send('GET', bare)).toMatchObject({ status: 405, headers: { allow: 'POST' } });
        continue;
      }
      const resource = bench.get(bare);
      expect(resource['@odata.id']).toBe(bare);
      expect(resource['@odata.type']).toMatch(/^#\w+\.(v\d+_\d+_\d+\.)?\w+$/);
      expect(resource.Name).toBeTypeOf('string');
      queue.push(...linksIn(resource));
    }
    expect(seen.size).toBeGreaterThan(45);
  });

  it('shows what the machine is', () => {
    const bench = createBench();
    const { identity, hardware } = bench.bmc.spec;
    expect(bench.get(system)).toMatchObject({
      UUID: identity.uuid,
      SerialNumber: identity.serial,
      Manufacturer: 'Twin Systems',
      Model: 'TS-210',
      BiosVersion: '2.4.1',
      PowerState: 'On',
      ProcessorSummary: { Count: 2, CoreCount: 32 },
      MemorySummary: { TotalSystemMemoryGiB: 128 },
    });
    expect(bench.get('/redfish/v1/Chassis/1').SerialNumber).toBe(identity.chassisSerial);
    const [drive] = hardware.drives;
    expect(bench.get(`${system}/Storage/1/Drives/Drive01`)).toMatchObject({
      SerialNumber: drive?.serial,
      CapacityBytes: 960_000_000_000,
      MediaType: 'SSD',
      Identifiers: [{ DurableName: drive?.names?.[0]?.toUpperCase(), DurableNameFormat: 'NAA' }],
    });
    expect(bench.get('/redfish/v1/Managers/1/EthernetInterfaces/1').MACAddress).toBe(identity.bmcMac?.toUpperCase());
    expect(bench.get('/redfish/v1/UpdateService/FirmwareInventory/BMC').Version).toBe('1.12.0');
  });

  it('leaves out what the machine does not know of itself', () => {
    const bench = createBench({ identity: {} });
    expect(Object.keys(bench.get(system))).not.toContain('UUID');
    expect(Object.keys(bench.get('/redfish/v1/Managers/1/EthernetInterfaces/1'))).not.toContain('MACAddress');
  });

  it('says no in the terms of the standard', () => {
    const bench = createBench();
    expect(messageIds(bench.send('GET', '/redfish/v1/Systems/2'))).toEqual(['ResourceMissingAtURI']);
    expect(messageIds(bench.send('DELETE', system))).toEqual(['OperationNotAllowed']);
    expect(bench.status('PUT', system, {})).toBe(405);
    expect(bench.status('GET', '/redfish/v1/Systems?$expand=.')).toBe(501);
    expect(bench.status('GET', '/')).toBe(404);
    expect(bench.status('PATCH', system, `{"Boot":${'['.repeat(40)}${']'.repeat(40)}}`)).toBe(400);
    expect(bench.status('PATCH', system, `{"AssetTag":"${'x'.repeat(70_000)}"}`)).toBe(400);
  });

  it('answers HEAD as GET', () => {
    expect(createBench().status('HEAD', system)).toBe(200);
  });
});

describe('ETags', () => {
  it('change with the resource, and a stale one is refused', () => {
    const bench = createBench();
    const tag = () => {
      const answer = bench.send('GET', system);
      return answer.kind === 'reply' ? (answer.headers.etag ?? '') : '';
    };
    const first = tag();
    expect(first).toMatch(/^"[0-9a-f]{16}"$/);
    expect(bench.get(system)['@odata.etag']).toBe(first);
    const on = { LocationIndicatorActive: true };
    const answer = bench.send('PATCH', system, on, { 'if-match': first });
    expect(answer).toMatchObject({ status: 204, headers: { etag: tag() } });
    expect(tag()).not.toBe(first);
    const stale = bench.send('PATCH', system, { LocationIndicatorActive: false }, { 'if-match': first });
    expect(messageIds(stale)).toEqual(['PreconditionFailed']);
    expect(bench.bmc.locatorLit).toBe(true);
    expect(bench.status('PATCH', system, on, { 'if-match': '*' })).toBe(204);
    expect(bench.status('PATCH', settings, { Attributes: {} }, { 'if-match': '"0"' })).toBe(412);
    expect(bench.log.map((entry) => entry.status)).toEqual([204, 412, 204, 412]);
  });
});

describe('tasks', () => {
  const tasks = '/redfish/v1/TaskService/Tasks';

  it('run until their time, or until somebody deletes them', () => {
    const bench = createBench();
    bench.bmc = openTask(bench.bmc, 'update', bench.now + 1_000, bench.now);
    bench.bmc = openTask(bench.bmc, 'stuck', null, bench.now);
    expect(bench.get(tasks)['Members@odata.count']).toBe(2);
    expect(bench.get(`${tasks}/1`)).toMatchObject({ Name: 'update', TaskState: 'Running' });
    bench.wait(1_000);
    expect(bench.get(`${tasks}/1`)).toMatchObject({ TaskState: 'Completed', PercentComplete: 100 });
    bench.wait(1_000_000);
    expect(bench.get(`${tasks}/2`)).toMatchObject({ TaskState: 'Running' });
    expect(bench.status('DELETE', `${tasks}/2`)).toBe(204);
    expect(bench.status('GET', `${tasks}/2`)).toBe(404);
    expect(bench.log).toMatchObject([{ class: 'target', effect: { task: 'Running→deleted' } }]);
  });
});
