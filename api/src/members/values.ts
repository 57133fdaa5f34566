import { permissions, roles } from '@stella/invoicing'
import { z } from 'zod'

export const Role = z.enum(roles).meta({ id: 'Role', description: 'What somebody is to an organization.' })

export const Permission = z
  .enum(permissions)
  .meta({ id: 'Permission', description: 'Something that a role may do, or not.' })
