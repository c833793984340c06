import { Identifier } from '@amaan/contracts/identifier';
import {
  PerformanceQuery,
  ServicePerformance,
  ServiceTargets,
  ServiceTargetsChange,
} from '@amaan/contracts/performance';
import { CallPerformance, CallQuery } from '@amaan/contracts/service/call-performance';
import { ControlChart, ControlChartQuery } from '@amaan/contracts/service/control-chart';
import { DataQuality } from '@amaan/contracts/service/data-quality';
import { LeagueQuery, LeagueTable } from '@amaan/contracts/service/league-table';
import { type WeeklyReport, WeeklyReports } from '@amaan/contracts/service/weekly-report';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import { attachment } from '../http/attachment.ts';
import { binaryResponse } from '../http/binary-response.ts';
import type { Performance } from '../performance/create-performance.ts';
import { actorOf } from './actor.ts';

const tags = ['performance'];

/** How the authority itself performs: figures, charts, rankings, doubtful records, and the weekly reports. */
export function performanceRoutes(app: App, performance: Performance): void {
  app.get(
    '/api/performance',
    {
      config: { action: 'performance.read' },
      schema: {
        tags,
        summary: 'How fast alerts were served, by city and shift',
        querystring: PerformanceQuery,
        response: { 200: ServicePerformance },
      },
    },
    (request) => performance.service.read(request.query, actorOf(request).sites),
  );
  app.put(
    '/api/performance/settings',
    {
      config: { action: 'monitoring.change' },
      schema: {
        tags,
        summary: 'Set the shifts, the targets, and when weekly reports are made',
        body: ServiceTargetsChange,
        response: { 200: z.object({ version: z.int().positive(), settings: ServiceTargets }) },
      },
    },
    (request) => performance.service.change(request.body, actorOf(request)),
  );
  app.get(
    '/api/performance/calls',
    {
      config: { action: 'performance.read' },
      schema: {
        tags,
        summary: 'How fast emergency calls were served, by city, shift and station',
        querystring: CallQuery,
        response: { 200: CallPerformance },
      },
    },
    (request) => performance.calls(request.query, actorOf(request).sites),
  );
  app.get(
    '/api/performance/chart',
    {
      config: { action: 'performance.read' },
      schema: {
        tags,
        summary: 'A control chart of times, of shares in time, or of how many came',
        querystring: ControlChartQuery,
        response: { 200: ControlChart },
      },
    },
    (request) => performance.chart(request.query, actorOf(request).sites),
  );
  app.get(
    '/api/performance/league',
    {
      config: { action: 'performance.read' },
      schema: {
        tags,
        summary: 'Cities or stations in order, with the ranks that the data leave open',
        querystring: LeagueQuery,
        response: { 200: LeagueTable },
      },
    },
    (request) => performance.league(request.query, actorOf(request).sites),
  );
  app.get(
    '/api/performance/quality',
    {
      config: { action: 'performance.read' },
      schema: {
        tags,
        summary: 'What may be wrong with the records of calls',
        querystring: CallQuery,
        response: { 200: DataQuality },
      },
    },
    (request) => performance.quality(request.query, actorOf(request).sites),
  );
  app.get(
    '/api/performance/reports',
    {
      config: { action: 'performance.read' },
      schema: { tags, summary: 'Weekly reports, newest first', response: { 200: WeeklyReports } },
    },
    (request) => performance.reports.list(actorOf(request).sites),
  );
  app.get(
    '/api/performance/reports/:id',
    {
      config: { action: 'performance.read' },
      schema: {
        tags,
        summary: 'A weekly report, in English and Urdu',
        params: z.object({ id: Identifier }),
        response: { 200: binaryResponse('The report', 'application/pdf') },
      },
    },
    async (request, reply) =>
      sendReport(reply, await performance.reports.open(request.params.id, actorOf(request).sites)),
  );
}

function sendReport(reply: FastifyReply, { report, pdf }: { report: WeeklyReport; pdf: Uint8Array }) {
  const of = report.siteName === null ? '' : `-${report.siteName}`;
  const name = `service-report-${report.from.slice(0, 10)}${of}${report.simulated ? '-simulated' : ''}.pdf`;
  return reply
    .type('application/pdf')
    .header('cache-control', 'no-store')
    .header('content-disposition', attachment(name))
    .send(Buffer.from(pdf));
}
