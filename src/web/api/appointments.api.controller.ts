import { Body, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { appoint, endAppointment } from '../../organizations/appoint.js';
import { AdminDesk } from '../admin-desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { AppointmentBody, IdReply, LastDayBody } from './people.dto.js';
import { Refuses } from './problems.decorator.js';
import { APPOINTMENT_REFUSALS, KEY_REFUSALS } from './refusals.js';
import { IdempotencyKey, told, WithIdempotencyKey } from './request-headers.js';

/** Who holds which post from when until when: for administrators. */
@ApiDoor('admin', 'Administration')
export class AppointmentsApiController {
  constructor(@Inject(AdminDesk) private readonly desk: AdminDesk) {}

  @Post('people/:id/appointments')
  @ApiOperation({ summary: 'A person holds a post from a day on; item.refused names every objection' })
  @ApiCreatedResponse({ type: IdReply })
  @WithIdempotencyKey()
  @Refuses('item.refused', ...APPOINTMENT_REFUSALS, ...KEY_REFUSALS)
  async begin(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('id') personId: string,
    @Body() body: AppointmentBody,
    @IdempotencyKey() key: string | null,
  ): Promise<IdReply> {
    const { organizationId, personId: recordedBy } = visitor;
    const { endsOn = null, ...given } = body;
    const keyed = await this.desk.once(visitor, key, { path: request.path, body }, (tx) =>
      appoint(tx, { ...given, endsOn, organizationId, personId, recordedBy }),
    );
    return told(response, keyed);
  }

  @Put('appointments/:id/last-day')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sets the last day of an appointment; its history stays' })
  @ApiNoContentResponse()
  @Refuses('item.not-found', ...APPOINTMENT_REFUSALS, 'person.last-administrator')
  end(
    @SignedIn() visitor: Visitor,
    @Param('id') appointmentId: string,
    @Body() { endsOn }: LastDayBody,
  ): Promise<void> {
    const { organizationId, personId: recordedBy } = visitor;
    return this.desk.at(visitor, (tx) => endAppointment(tx, { organizationId, appointmentId, endsOn, recordedBy }));
  }
}
