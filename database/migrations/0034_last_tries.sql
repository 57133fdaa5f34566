-- A mail whose process died at its very last try had nobody left to say how it ended, and would have waited for ever. Its
-- job now goes to a queue of such: there it is tried once more, and what comes of that is written down.
select jobs.create_queue('last-letter', '{"policy": "standard", "retryLimit": 1000, "retryDelay": 15,
  "retryBackoff": true, "retryDelayMax": 900, "expireInSeconds": 120}');
select jobs.create_queue('last-message', '{"policy": "standard", "retryLimit": 1000, "retryDelay": 15,
  "retryBackoff": true, "retryDelayMax": 900, "expireInSeconds": 120}');
update jobs.queue set dead_letter = 'last-letter' where name = 'pause-letter';
update jobs.queue set dead_letter = 'last-message' where name = 'message';
update jobs.job set dead_letter = 'last-letter' where name = 'pause-letter' and state < 'completed';
update jobs.job set dead_letter = 'last-message' where name = 'message' and state < 'completed';
