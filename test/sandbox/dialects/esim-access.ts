import { json, type Reply } from '../reply.ts';
import { jsonBody, type SandboxRequest } from '../router.ts';
import type { LineId } from '../vocabulary.ts';
import type { Dialect, DialectCarrier, Told } from './dialect.ts';
import { generalData, iccidOf, lineOfIccid, together } from './told.ts';

/** eSIM Access: every answer is HTTP 200 and tells in itself whether it is one; figures in bytes. */
export const esimAccess: Dialect = {
  id: 'esim-access',
  hosts: ['api.esimaccess.com'],
  lines: ['esim', 'phone'],
  fields: (carrier, lineId) => ({ accessCode: carrier.secret('accessCode'), iccid: iccidOf(lineId) }),
  routes: (carrier) => [
    { method: 'POST', pattern: '/api/v1/open/esim/query', handle: (request) => query(carrier, request) },
  ],
};

function query(carrier: DialectCarrier, request: SandboxRequest): Reply {
  const { 'rt-accesscode': given } = request.headers;
  if (given === undefined) return failed('000101', 'The mandatory headers of the request are missing');
  if (given !== carrier.secret('accessCode'))
    return failed('101003', 'The signature of the request does not match');
  const { iccid, pager } = jsonBody(request);
  if (typeof pager !== 'object') return failed('000104', 'The pager is missing');
  const lineId = lineOfIccid(String(iccid));
  const told = lineId && carrier.told(lineId);
  const esimList = told && lineId ? [esim(told, lineId, carrier.clock.now())] : [];
  const obj = { esimList, pager: { pageSize: 5, pageNum: 1, total: esimList.length } };
  return json({ success: true, errorCode: '0', errorMsg: null, obj });
}

function failed(errorCode: string, errorMsg: string): Reply {
  return json({ success: false, errorCode, errorMsg, obj: null });
}

function esim(told: Told, lineId: LineId, now: number) {
  const { total, used, validUntil } = together(generalData(told));
  const expiredTime = `${(validUntil ?? new Date(now).toISOString()).slice(0, 19)}+0000`;
  return {
    esimTranNo: `sandbox-${lineId}`,
    iccid: iccidOf(lineId),
    smdpStatus: 'ENABLED',
    dataType: 1,
    activateTime: null,
    expiredTime,
    totalVolume: total,
    orderUsage: used,
    esimStatus: statusOf(told, total - used),
    packageList: [{ packageName: told.planName ?? '', volume: total, duration: 30, locationCode: 'GB' }],
  };
}

function statusOf(told: Told, left: number): string {
  if (told.lineStatus === 'suspended') return 'SUSPENDED';
  if (told.lineStatus === 'not-activated') return 'GOT_RESOURCE';
  if (told.lineStatus === 'expired' || generalData(told).length === 0) return 'USED_EXPIRED';
  return left > 0 ? 'IN_USE' : 'USED_UP';
}
