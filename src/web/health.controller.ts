import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { UnitOfWork } from '../database/unit-of-work.js';

/** For supervisors and load balancers: the process answers and reaches its database. */
@ApiExcludeController()
@Controller('healthz')
export class HealthController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** 200, or 503 by the error filter when the database is away. */
  @Get()
  @Header('Cache-Control', 'no-store')
  async healthy(): Promise<{ status: 'ok' }> {
    await this.unitOfWork.withoutTenant((manager) => manager.query('select 1'));
    return { status: 'ok' };
  }
}
