import { ApiProperty } from '@nestjs/swagger';
import { ItemSummary } from './item.dto.js';

export class ItemListReply {
  @ApiProperty() total: number;
  @ApiProperty({ type: [ItemSummary] }) items: ItemSummary[];
}
